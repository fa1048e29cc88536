package dibs.bot.digest;

import static dibs.bot.reply.Inline.name;
import static dibs.bot.reply.Inline.quote;
import static dibs.bot.reply.Inline.when;
import static dibs.bot.reply.Inline.who;

import dibs.backend.environment.EnvironmentId;
import dibs.backend.lease.Reservation;
import dibs.backend.lease.ReservationService;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Line;
import dibs.bot.reply.View;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is reserved, and begins or ends today; once it has begun it is a lease. */
public record ReservationChapter(ReservationService reservations) implements Chapter {
    @Override
    public String title() {
        return "Reservations today";
    }

    @Override
    public List<Item> items(Today today) {
        return reservations.upcoming(today.now()).stream()
                .filter(it -> today.holds(it.starts()) || today.holds(it.ends()))
                .flatMap(it -> it.environments().stream().map(environment -> item(environment, it)))
                .toList();
    }

    private static Item item(EnvironmentId environment, Reservation reservation) {
        Line line = Line.of(
                "{}: {} from {} until {}",
                name(environment),
                who(reservation.person()),
                when(reservation.starts()),
                when(reservation.ends()));
        Line words = line.then(reservation
                .purpose()
                .flatMap(
                        it -> new Inline.Purpose(it, Set.of(reservation.person().id())).readBy(View.MEMBERS))
                .map(purpose -> Line.of(": {}.", quote(purpose)))
                .orElseGet(() -> Line.of(".")));
        return new Item(
                environment,
                words,
                line.then(Line.of(".")),
                Map.of(
                        "id", reservation.id(),
                        "holder", reservation.person().name(),
                        "from", reservation.starts(),
                        "until", reservation.ends()));
    }
}
