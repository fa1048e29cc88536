package dibs.bot.command;

import dibs.backend.person.Role;
import dibs.bot.reply.Action;
import dibs.bot.reply.Line;
import dibs.bot.reply.Reader;
import java.util.List;

/**
 * What one person sees at a glance.
 *
 * @param reader whose zone and moment count
 * @param role what the person may do
 * @param parts from what is the person's own to what is everybody's
 */
public record Overview(Reader reader, Role role, List<Part> parts) {
    public Overview {
        parts = List.copyOf(parts);
    }

    /** A part under a title of ours, with at least one entry. */
    public record Part(String title, List<Entry> entries) {
        public Part {
            entries = List.copyOf(entries);
        }
    }

    /** A line, and what may be done about it with one press. */
    public record Entry(Line line, List<Action> actions) {
        public Entry {
            actions = List.copyOf(actions);
        }

        static Entry of(Line line) {
            return new Entry(line, List.of());
        }
    }
}
