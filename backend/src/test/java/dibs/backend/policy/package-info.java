/** What the words and the rules of a policy promise. */
@NullMarked
package dibs.backend.policy;

import org.jspecify.annotations.NullMarked;
