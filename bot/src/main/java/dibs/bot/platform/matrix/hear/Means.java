package dibs.bot.platform.matrix.hear;

import dibs.backend.intake.IntakeTx;
import dibs.backend.person.Directory;
import dibs.backend.transaction.Transactor;
import dibs.bot.command.Conversation;
import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.room.DirectRooms;
import dibs.bot.platform.matrix.room.Places;
import dibs.bot.platform.matrix.room.Rooms;
import dibs.bot.platform.matrix.room.Standing;
import dibs.bot.platform.matrix.room.Zones;
import dibs.bot.platform.matrix.say.Saying;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Set;

/**
 * What it takes to hear.
 *
 * @param allowedServers whose users may ask Dibs into their rooms; empty: those of Dibs' own server
 * @param perMinute how many commands of one sender are done within a minute
 * @param zone of whoever has none
 */
public record Means(
        Homeserver homeserver,
        Conversation conversation,
        Directory directory,
        Transactor<? extends IntakeTx> transactor,
        Rooms rooms,
        Places places,
        DirectRooms directs,
        Standing standing,
        Zones zones,
        Saying saying,
        Set<String> allowedServers,
        int perMinute,
        InstantSource clock,
        ZoneId zone) {
    public Means {
        allowedServers = Set.copyOf(allowedServers);
    }
}
