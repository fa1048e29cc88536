/** What was heard where messages are read in batches, what is sent from there, and how Dibs is signed in. */
@NullMarked
package dibs.backend.intake;

import org.jspecify.annotations.NullMarked;
