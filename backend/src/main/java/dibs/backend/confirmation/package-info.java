/**
 * What is done only after it was confirmed: read {@link dibs.backend.confirmation.Wish} first. A command that asks for a
 * confirmation adds its wish there and says in {@link dibs.backend.confirmation.ConfirmationService} what fulfils it.
 */
@NullMarked
package dibs.backend.confirmation;

import org.jspecify.annotations.NullMarked;
