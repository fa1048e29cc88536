/** The way to the store: what happens together or not at all; read {@link dibs.backend.transaction.Transactor} first. */
@NullMarked
package dibs.backend.transaction;

import org.jspecify.annotations.NullMarked;
