/**
 * What became of people's time while Dibs was away; read {@link dibs.backend.outage.Outages} first. Moments, nullness and errors are as in
 * {@link dibs.backend.lease}.
 */
@NullMarked
package dibs.backend.outage;

import org.jspecify.annotations.NullMarked;
