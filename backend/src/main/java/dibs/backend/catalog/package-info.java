/** Reads dibs.yaml and the built-in catalog into the rules' records, or says every fault with its line; read {@link dibs.backend.catalog.ConfigLoader} first. */
@NullMarked
package dibs.backend.catalog;

import org.jspecify.annotations.NullMarked;
