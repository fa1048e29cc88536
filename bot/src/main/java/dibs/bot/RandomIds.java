package dibs.bot;

import dibs.backend.transaction.IdSource;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Ids that nobody guesses and everybody can read aloud: ten letters and digits without those that look alike. */
final class RandomIds implements IdSource {
    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
    private static final int LENGTH = 10;

    private final RandomGenerator random = new SecureRandom();

    @Override
    public String next() {
        StringBuilder id = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return id.toString();
    }
}
