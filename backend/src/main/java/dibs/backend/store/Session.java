package dibs.backend.store;

import dibs.backend.announcement.AnnouncementTx;
import dibs.backend.announcement.PostRows;
import dibs.backend.confirmation.ConfirmationTx;
import dibs.backend.confirmation.Confirmations;
import dibs.backend.connection.TroubleRows;
import dibs.backend.connection.TroubleTx;
import dibs.backend.gate.FreezeRows;
import dibs.backend.gate.GateRows;
import dibs.backend.health.HealthRows;
import dibs.backend.health.HealthTx;
import dibs.backend.history.History;
import dibs.backend.intake.CredentialRows;
import dibs.backend.intake.IntakeRows;
import dibs.backend.intake.IntakeTx;
import dibs.backend.intake.OfferRows;
import dibs.backend.intake.SendingRows;
import dibs.backend.lease.LeaseRows;
import dibs.backend.lease.LeaseTx;
import dibs.backend.lease.PendingRows;
import dibs.backend.lease.QuestionRows;
import dibs.backend.lease.ReminderRows;
import dibs.backend.lease.ReservationRows;
import dibs.backend.lease.TidyRows;
import dibs.backend.lease.UseRows;
import dibs.backend.lease.WaitRows;
import dibs.backend.lease.WatchRows;
import dibs.backend.lease.WindowRows;
import dibs.backend.notice.DeliveryRows;
import dibs.backend.notice.DeliveryTx;
import dibs.backend.notice.Outbox;
import dibs.backend.outage.OutageRows;
import dibs.backend.outage.OutageTx;
import dibs.backend.person.People;
import dibs.backend.policy.JudgementRows;
import dibs.backend.policy.PolicyRows;
import dibs.backend.policy.WaiverRows;
import dibs.backend.transaction.IdSource;
import org.jdbi.v3.core.Handle;

/** All ports on one transaction. Good only inside the work that it is given to. */
public final class Session
        implements LeaseTx, ConfirmationTx, DeliveryTx, AnnouncementTx, IntakeTx, OutageTx, TroubleTx, HealthTx {
    private final Handle handle;
    private final Dialect dialect;
    private final Json json;
    private final IdSource ids;

    Session(Handle handle, Dialect dialect, Json json, IdSource ids) {
        this.handle = handle;
        this.dialect = dialect;
        this.json = json;
        this.ids = ids;
    }

    @Override
    public LeaseRows leases() {
        return new JdbiLeaseRows(handle, dialect);
    }

    @Override
    public PendingRows pending() {
        return new JdbiPending(handle);
    }

    @Override
    public WaitRows waiting() {
        return new JdbiWaiting(handle);
    }

    @Override
    public WindowRows windows() {
        return new JdbiWindows(handle);
    }

    @Override
    public WatchRows watches() {
        return new JdbiWatches(handle);
    }

    @Override
    public TidyRows tidying() {
        return new JdbiTidying(handle);
    }

    @Override
    public HealthRows health() {
        return new JdbiHealth(handle);
    }

    @Override
    public ReservationRows reservations() {
        return new JdbiReservations(handle);
    }

    @Override
    public UseRows uses() {
        return new JdbiUses(handle);
    }

    @Override
    public ReminderRows reminders() {
        return new JdbiReminders(handle);
    }

    @Override
    public QuestionRows questions() {
        return new JdbiQuestions(handle);
    }

    @Override
    public People people() {
        return new JdbiPeople(handle, dialect);
    }

    @Override
    public History history() {
        return new JdbiHistory(handle, json);
    }

    @Override
    public Outbox outbox() {
        return new JdbiOutbox(handle, json, ids);
    }

    @Override
    public DeliveryRows deliveries() {
        return new JdbiDeliveries(handle, dialect, json);
    }

    @Override
    public PostRows posts() {
        return new JdbiPosts(handle, dialect);
    }

    @Override
    public TroubleRows troubles() {
        return new JdbiTroubles(handle);
    }

    @Override
    public GateRows gates() {
        return new JdbiGates(handle, dialect);
    }

    @Override
    public FreezeRows freezes() {
        return new JdbiFreezes(handle);
    }

    @Override
    public PolicyRows policies() {
        return new JdbiPolicies(handle, json);
    }

    @Override
    public WaiverRows waivers() {
        return new JdbiWaivers(handle);
    }

    @Override
    public JudgementRows judgements() {
        return new JdbiJudgements(handle, json);
    }

    @Override
    public Confirmations confirmations() {
        return new JdbiConfirmations(handle, json);
    }

    @Override
    public IntakeRows intake() {
        return new JdbiIntake(handle);
    }

    @Override
    public SendingRows sendings() {
        return new JdbiSendings(handle, dialect, json);
    }

    @Override
    public OfferRows offers() {
        return new JdbiOffers(handle);
    }

    @Override
    public OutageRows outages() {
        return new JdbiOutages(handle);
    }

    @Override
    public CredentialRows credentials() {
        return new JdbiCredentials(handle);
    }
}
