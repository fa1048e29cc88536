package dibs.bot.platform.slack.door;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether bytes come from Slack and are new; see <a
 * href="https://docs.slack.dev/authentication/verifying-requests-from-slack">Slack on verifying requests</a>. The SDK's own
 * check takes timestamps of the future and compares byte by byte until two differ.
 */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v0";
    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    Signature(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Whether that signature is of those bytes at that time, and the time is within five minutes of now. */
    boolean isGood(byte[] body, @Nullable String timestamp, @Nullable String signature, Instant now) {
        if (timestamp == null
                || signature == null
                || !SECONDS.matcher(timestamp).matches()) {
            return false;
        }
        Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        byte[] expected = of(body, timestamp).getBytes(StandardCharsets.US_ASCII);
        boolean same = MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        return same && off.compareTo(SKEW) <= 0;
    }

    private String of(byte[] body, String timestamp) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((VERSION + ":" + timestamp + ":").getBytes(StandardCharsets.US_ASCII));
            return VERSION + "=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
