package dibs.backend.confirmation;

import dibs.backend.gate.GateTx;
import dibs.backend.policy.PolicyTx;

/** What a transaction about confirmations may reach: whatever a wish needs to be fulfilled. */
public interface ConfirmationTx extends PolicyTx, GateTx {
    Confirmations confirmations();
}
