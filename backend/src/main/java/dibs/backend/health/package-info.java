/** What probes say of environments: what is asked, what was seen, and what that means. */
@NullMarked
package dibs.backend.health;

import org.jspecify.annotations.NullMarked;
