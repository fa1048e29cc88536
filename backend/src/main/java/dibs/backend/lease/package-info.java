/** Who has what until when; read {@link dibs.backend.lease.LeaseService} first. */
@NullMarked
package dibs.backend.lease;

import org.jspecify.annotations.NullMarked;
