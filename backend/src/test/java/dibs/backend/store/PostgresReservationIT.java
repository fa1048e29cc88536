package dibs.backend.store;

/** Reservations on PostgreSQL. */
final class PostgresReservationIT extends ReservationContract {
    PostgresReservationIT() {
        super(TestStore.postgres());
    }
}
