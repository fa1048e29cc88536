package dibs.backend.policy;

import dibs.backend.history.HistoryTx;
import dibs.backend.person.PeopleTx;

/** What a transaction about the policy may reach. */
public interface PolicyTx extends PeopleTx, HistoryTx {
    PolicyRows policies();

    WaiverRows waivers();

    JudgementRows judgements();
}
