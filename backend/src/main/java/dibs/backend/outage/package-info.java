/** What became of people's time while Dibs was away; read {@link dibs.backend.outage.Outages} first. */
@NullMarked
package dibs.backend.outage;

import org.jspecify.annotations.NullMarked;
