package dibs.backend.announcement;

import dibs.backend.lease.LeaseTx;

/** What a transaction about announcements may reach. */
public interface AnnouncementTx extends LeaseTx {
    PostRows posts();
}
