/** The rules of leases once more, written to be read, and stories that the program and they must tell alike. */
@NullMarked
package dibs.bot.model;

import org.jspecify.annotations.NullMarked;
