package dibs.bot.question;

import dibs.backend.policy.Inquiry;
import dibs.backend.policy.Vocabulary;
import java.util.List;
import java.util.Map;

/** Writes the line that one types to ask something. */
public final class InquiryLine {
    private InquiryLine() {}

    /** The line, such as {@code is-safe autoland autograph-stage to write}; reading it gives the same inquiry. */
    public static String of(Inquiry inquiry) {
        StringBuilder line = new StringBuilder("is-safe");
        if (inquiry.environment().isPresent()) {
            inquiry.consumer().ifPresent(name -> line.append(' ').append(name));
            inquiry.environment().ifPresent(name -> line.append(' ').append(name));
        } else {
            inquiry.consumer().ifPresent(name -> line.append(" consumer:").append(name));
        }
        Map<String, List<String>> told = inquiry.told();
        one(told, Vocabulary.ACCESS, " to ", line);
        one(told, Vocabulary.PURPOSE, " for ", line);
        told.forEach((name, values) -> {
            boolean said = values.size() == 1 && (name.equals(Vocabulary.ACCESS) || name.equals(Vocabulary.PURPOSE));
            if (!said) {
                line.append(' ').append(name).append(':').append(String.join(",", values));
            }
        });
        if (!inquiry.via().isEmpty()) {
            line.append(" via:").append(String.join(",", inquiry.via()));
        }
        return line.toString();
    }

    private static void one(Map<String, List<String>> told, String name, String before, StringBuilder line) {
        List<String> values = told.getOrDefault(name, List.of());
        if (values.size() == 1) {
            line.append(before).append(values.getFirst());
        }
    }
}
