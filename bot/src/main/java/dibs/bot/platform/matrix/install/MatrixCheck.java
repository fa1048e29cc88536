package dibs.bot.platform.matrix.install;

import dibs.backend.announcement.ConversationId;
import dibs.bot.platform.matrix.MatrixSettings;
import dibs.bot.platform.matrix.client.Event;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.RoomId;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.room.RoomState;
import dibs.bot.platform.matrix.unasked.MatrixId;
import dibs.bot.reply.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Looks at the account and the rooms as the settings name them, and changes nothing: Dibs goes into no room by it. */
public final class MatrixCheck {
    private final MatrixSettings settings;
    private final Homeserver homeserver;
    private final List<Finding> findings = new ArrayList<>();
    private int claiming;

    private MatrixCheck(MatrixSettings settings, Homeserver homeserver) {
        this.settings = settings;
        this.homeserver = homeserver;
    }

    /**
     * Looks at everything that can be seen.
     *
     * @param homes where things are announced, of any platform
     */
    public static List<Finding> look(MatrixSettings settings, Homeserver homeserver, List<ConversationId> homes) {
        MatrixCheck check = new MatrixCheck(settings, homeserver);
        if (check.account()) {
            settings.rooms().forEach(room -> check.named("MATRIX_ROOMS", room, true));
            settings.control().ifPresent(room -> check.named("MATRIX_CONTROL_ROOM", room, false));
            homes.stream()
                    .flatMap(home -> MatrixId.room(home).stream())
                    .forEach(room -> check.room("announce", room.value(), room, false));
            check.roles();
        }
        return List.copyOf(check.findings);
    }

    private boolean account() {
        switch (homeserver.accountData("m.direct")) {
            case Sent.Done<ObjectNode> done -> {
                Optional<Homeserver.Identity> self = homeserver.identity();
                good("signed in as "
                        + self.map(it -> it.user() + ", device " + it.device()).orElse("nobody"));
                return self.isPresent();
            }
            case Sent.Later<ObjectNode> later ->
                fault("the homeserver does not answer (" + later.why()
                        + "): see whether this machine gets there, and MATRIX_HOMESERVER_URL");
            case Sent.Refused<ObjectNode> refused ->
                fault("the homeserver does not let Dibs in (" + refused.error() + ": " + refused.why()
                        + "): set MATRIX_ACCESS_TOKEN anew");
        }
        return false;
    }

    private void named(String setting, String name, boolean people) {
        if (name.startsWith("!")) {
            room(setting, name, new RoomId(name), people);
            return;
        }
        switch (homeserver.resolve(name)) {
            case Sent.Done<RoomId> done -> room(setting, name, done.result(), people);
            case Sent.Later<RoomId> later -> unsure(setting + ": " + name + " cannot be looked at now: " + later.why());
            case Sent.Refused<RoomId> refused ->
                fault(setting + ": there is no room " + name + " (" + refused.error() + "): correct the alias");
        }
    }

    /** @param people whether people work there, so that being in it may say that they may claim */
    private void room(String setting, String name, RoomId room, boolean people) {
        switch (homeserver.state(room)) {
            case Sent.Done<List<Event>> done -> state(setting, name, RoomState.of(done.result()), people);
            case Sent.Later<List<Event>> later ->
                unsure(setting + ": " + name + " cannot be looked at now: " + later.why());
            case Sent.Refused<List<Event>> refused ->
                unsure(setting + ": Dibs is not in " + name
                        + " yet: invite it there, or start it where anybody may join");
        }
    }

    private void state(String setting, String name, RoomState state, boolean people) {
        String shown =
                setting + ": " + name + state.name().map(it -> " (" + it + ")").orElse("");
        if (state.successor().isPresent()) {
            unsure(shown + " was replaced by " + state.successor().get() + ": Dibs follows; set the new one");
        } else if (state.encrypted()) {
            fault(shown + " is encrypted, so Dibs hears and announces nothing there: name one that is not");
        } else if (state.open()) {
            unsure(shown
                    + ": anybody may join or read along, so names, holders and ends alone are said there, and being"
                    + " in it lets nobody claim");
        } else if (!state.byInvitation()) {
            unsure(shown + ": people may come in without an invitation, so being in it lets nobody claim");
        } else {
            claiming += people ? 1 : 0;
            good(shown + ": by invitation, not encrypted, " + state.members().size() + " members"
                    + (people ? ", who may claim" : ""));
        }
    }

    private void roles() {
        settings.roles().forEach((role, users) -> good(String.join(", ", users) + " may " + role));
        if (claiming == 0 && settings.roles().isEmpty()) {
            unsure("nobody may claim yet: name a room by invitation in MATRIX_ROOMS, with Dibs in it, or users under"
                    + " matrix: roles:");
        }
    }

    private void good(String text) {
        findings.add(Finding.good("Matrix: " + text));
    }

    private void unsure(String text) {
        findings.add(Finding.unsure("Matrix: " + text));
    }

    private void fault(String text) {
        findings.add(Finding.fault("Matrix: " + text));
    }
}
