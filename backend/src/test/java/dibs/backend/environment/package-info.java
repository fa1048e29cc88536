/** What the rules about environments and names promise, on small catalogs of their own. */
@NullMarked
package dibs.backend.environment;

import org.jspecify.annotations.NullMarked;
