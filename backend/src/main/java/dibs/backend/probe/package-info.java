/** Looks at environments over the network: only what the catalog names, and never where a private address is not allowed. */
@NullMarked
package dibs.backend.probe;

import org.jspecify.annotations.NullMarked;
