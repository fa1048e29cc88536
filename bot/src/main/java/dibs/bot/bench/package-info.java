/** How fast the program is beside a floor on the same machine: {@code dibs bench}. */
@NullMarked
package dibs.bot.bench;

import org.jspecify.annotations.NullMarked;
