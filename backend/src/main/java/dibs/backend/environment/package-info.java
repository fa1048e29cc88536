/** What can be asked about: environments, their names and the catalog that holds them; read {@link dibs.backend.environment.Catalog} first. */
@NullMarked
package dibs.backend.environment;

import org.jspecify.annotations.NullMarked;
