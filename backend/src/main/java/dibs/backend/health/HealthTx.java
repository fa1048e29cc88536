package dibs.backend.health;

import dibs.backend.lease.LeaseTx;

/** What a transaction about health may reach. */
public interface HealthTx extends LeaseTx {
    HealthRows health();
}
