/** Where everything is kept: SQLite in a file or PostgreSQL, JDBI and SQL only here; read {@link dibs.backend.store.Database} first. */
@NullMarked
package dibs.backend.store;

import org.jspecify.annotations.NullMarked;
