package dibs.backend.outage;

import dibs.backend.lease.LeaseTx;

/** What a transaction about outages may reach. */
public interface OutageTx extends LeaseTx {
    OutageRows outages();
}
