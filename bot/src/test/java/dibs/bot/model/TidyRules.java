package dibs.bot.model;

import dibs.bot.command.Command;
import dibs.bot.reply.Outcome;
import java.util.List;
import java.util.Optional;

/** Who may say that something is tidied. */
final class TidyRules {
    private final World world;
    private final LineRules lines;

    TidyRules(World world, LineRules lines) {
        this.world = world;
        this.lines = lines;
    }

    Expected tidied(String person, Command.Tidied tidied, boolean admin) {
        if (!tidied.names().stream().allMatch(name -> world.environment(name).leasable())) {
            return Expected.only(Outcome.REFUSED);
        }
        List<String> units = tidied.names().stream()
                .flatMap(name -> world.units(name).stream())
                .distinct()
                .toList();
        List<Hold> over = world.leases()
                .filter(lease -> !lease.ended && !lease.until.isAfter(world.now) && lease.touches(units))
                .toList();
        over.forEach(world::end);
        lines.serve(over.stream().flatMap(lease -> lease.units.stream()).toList());
        List<String> left =
                units.stream().filter(unit -> world.left(unit).isPresent()).toList();
        if (left.isEmpty()) {
            return Expected.only(Outcome.REFUSED);
        }
        if (!admin && !left.stream().allMatch(unit -> mayConfirm(person, unit))) {
            return Expected.only(Outcome.FORBIDDEN);
        }
        left.forEach(world.untidied::remove);
        return Expected.only(Outcome.CHANGED);
    }

    /** Whoever had it last, and whoever has it now. */
    private boolean mayConfirm(String person, String unit) {
        Optional<Hold> last = world.left(unit);
        return last.filter(lease -> lease.belongsTo(person)).isPresent()
                || world.held(List.of(unit)).stream().anyMatch(lease -> lease.belongsTo(person));
    }
}
