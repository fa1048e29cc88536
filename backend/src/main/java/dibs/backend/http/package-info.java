/** The ways in over HTTP; read {@link dibs.backend.http.Operations} first. */
@NullMarked
package dibs.backend.http;

import org.jspecify.annotations.NullMarked;
