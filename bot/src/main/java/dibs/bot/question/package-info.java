/**
 * From the text of a question to what it asks: who, what, how and what for. Reads only, and prefers saying that it did not
 * understand to guessing: whatever bears on the answer is accounted for.
 */
@NullMarked
package dibs.bot.question;

import org.jspecify.annotations.NullMarked;
