package dibs.bot;

import dibs.backend.announcement.ConversationId;
import dibs.backend.announcement.Home;
import dibs.backend.announcement.HomeSource;
import dibs.backend.connection.Connection;
import dibs.backend.connection.ConnectionSource;
import dibs.backend.notice.Messenger;
import dibs.bot.announcement.Posts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The platforms that this process is connected to, as they come, and the homes that they and the configuration name. */
final class Platforms implements HomeSource, ConnectionSource {
    private final List<Messenger> messengers = new CopyOnWriteArrayList<>();
    private final List<Posts> posts = new CopyOnWriteArrayList<>();
    private final List<Supplier<Connection>> connections = new CopyOnWriteArrayList<>();
    private final Supplier<List<Home>> configured;

    /**
     * @param configured the homes of the configuration of the moment
     */
    Platforms(Supplier<List<Home>> configured) {
        this.configured = configured;
    }

    /** Tells from now on how that platform is connected. */
    void watch(Supplier<Connection> connection) {
        connections.add(connection);
    }

    @Override
    public List<Connection> connections() {
        return connections.stream().map(Supplier::get).toList();
    }

    /** Speaks to persons and in conversations through that platform from now on. */
    void connect(Messenger messenger, Posts platform) {
        messengers.add(messenger);
        posts.add(platform);
    }

    List<Messenger> messengers() {
        return List.copyOf(messengers);
    }

    List<Posts> posts() {
        return List.copyOf(posts);
    }

    @Override
    public List<Home> homes() {
        Map<ConversationId, Home> homes = new LinkedHashMap<>();
        configured.get().forEach(home -> homes.putIfAbsent(home.to(), home));
        posts.forEach(platform -> platform.homes().forEach(home -> homes.putIfAbsent(home.to(), home)));
        return List.copyOf(homes.values());
    }
}
