package dibs.bot.command;

import dibs.backend.history.HistoryService;
import dibs.backend.lease.LeaseService;
import dibs.backend.person.Directory;
import dibs.backend.person.Role;
import dibs.bot.reply.Block;
import dibs.bot.reply.Facts;
import dibs.bot.reply.Inline;
import dibs.bot.reply.Outcome;
import dibs.bot.reply.Reply;
import java.util.Locale;

/** From a command to the one handler that answers it; a command without one does not compile. */
final class Router {
    private final ClaimHandler claim;
    private final ExtendHandler extend;
    private final UnclaimHandler unclaim;
    private final WhoIsUsingHandler whoIsUsing;
    private final LeasesHandler leases;
    private final EnvHandler env;
    private final HistoryHandler history;
    private final MeHandler me;
    private final HelpHandler help;

    Router(LeaseService service, HistoryService historyService, Directory directory) {
        Persons persons = new Persons(directory);
        claim = new ClaimHandler(service, persons);
        extend = new ExtendHandler(service);
        unclaim = new UnclaimHandler(service);
        whoIsUsing = new WhoIsUsingHandler(service);
        leases = new LeasesHandler(service, persons);
        env = new EnvHandler(service);
        history = new HistoryHandler(historyService);
        me = new MeHandler(directory);
        help = new HelpHandler();
    }

    Reply handle(Command command, Turn turn) {
        Role needed = command.verb().role();
        if (!turn.role().includes(needed)) {
            return Reply.toAsker(
                    command.verb().word(),
                    Outcome.FORBIDDEN,
                    Facts.NONE,
                    Block.say(
                            "That takes the role {}, and you have {}: an admin of this Dibs can give it to you.",
                            Inline.text(needed.name().toLowerCase(Locale.ROOT)),
                            Inline.text(turn.role().name().toLowerCase(Locale.ROOT))));
        }
        return switch (command) {
            case Command.Claim it -> claim.handle(it, turn);
            case Command.Extend it -> extend.handle(it, turn);
            case Command.Unclaim it -> unclaim.handle(it, turn);
            case Command.WhoIsUsing it -> whoIsUsing.handle(it, turn);
            case Command.Leases it -> leases.handle(it, turn);
            case Command.Env it -> env.handle(it, turn);
            case Command.HistoryOf it -> history.handle(it, turn);
            case Command.Me it -> me.handle(it, turn);
            case Command.Help it -> help.handle(it, turn);
        };
    }
}
