/** What a fake workspace holds: people, conversations, messages, views, and the permissions that pass. */
@NullMarked
package dibs.fakeslack.workspace;

import org.jspecify.annotations.NullMarked;
