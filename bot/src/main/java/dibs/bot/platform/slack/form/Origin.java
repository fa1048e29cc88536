package dibs.bot.platform.slack.form;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a form was opened from, carried along in the form, so that what comes of it is said there.
 *
 * @param channel nothing where it was opened from the home tab
 * @param message the {@code ts} of the message whose button opened it
 */
public record Origin(Optional<String> channel, Optional<String> message) {
    private static final Gson JSON = new Gson();

    /** As Gson sees it, which knows no Optional. */
    private record Wire(@Nullable String channel, @Nullable String message) {}

    /** As text for a view's metadata. */
    public String text() {
        return JSON.toJson(new Wire(channel.orElse(null), message.orElse(null)));
    }

    /** Reads {@link #text}; of anything else, an origin nowhere. */
    public static Origin read(@Nullable String text) {
        try {
            Wire wire = text == null ? null : JSON.fromJson(text, Wire.class);
            return wire == null
                    ? new Origin(Optional.empty(), Optional.empty())
                    : new Origin(Optional.ofNullable(wire.channel()), Optional.ofNullable(wire.message()));
        } catch (JsonParseException damaged) {
            return new Origin(Optional.empty(), Optional.empty());
        }
    }
}
