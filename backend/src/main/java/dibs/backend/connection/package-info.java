/** How Dibs is connected to each platform and what stands in its way; read {@link dibs.backend.connection.Troubles} first. */
@NullMarked
package dibs.backend.connection;

import org.jspecify.annotations.NullMarked;
