/** What the catalog and its files promise. */
@NullMarked
package dibs.backend.catalog;

import org.jspecify.annotations.NullMarked;
