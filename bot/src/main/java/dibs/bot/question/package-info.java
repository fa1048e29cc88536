/**
 * From the text of a question to what it asks: who, what, how and what for. Reads only, and prefers saying that it did not
 * understand to guessing: whatever bears on the answer is accounted for.
 *
 * <p>The path of a sentence, begun by {@link dibs.bot.question.QuestionReader}: {@code Word} cuts it into words; {@code
 * KeyWords} takes {@code KEY:VALUE} out of it; {@code Framing} takes away greetings and "would anyone mind if"; {@code
 * Antecedents} joins a statement before it; {@code StructuredLine} reads what is a line of names. Whatever is not goes on: {@code
 * NameFinder} with its patterns ({@code CatalogNames}, {@code TierNames}, {@code PoolPhrases}, {@code BranchPhrases}, {@code
 * ReleasePhrases}) makes a {@code Sentence} of names and words; {@code WordOrder} puts what was said first where it belongs;
 * {@code FreeText} reads that: {@code Circumstances} the facts, reasons and times, {@code Chain} arrows, {@code VerbFinder} and
 * {@code VerbChoice} the verb, {@code SubjectSide} what stands before it, {@code ObjectSide} and {@code AimSide} what stands
 * behind it, {@code Clause} what the two say together. {@code UsualUse} adds the one use that the catalog knows; {@code Guesses}
 * offers lines for what was not understood. English words are in {@code PlainWords} and {@code Framing}, those of the built-in
 * world in the policy's vocabulary.
 */
@NullMarked
package dibs.bot.question;

import org.jspecify.annotations.NullMarked;
