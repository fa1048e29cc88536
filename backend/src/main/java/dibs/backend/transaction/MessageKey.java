package dibs.backend.transaction;

/**
 * One message of one conversation: what makes a repeated delivery the same message.
 *
 * @param platform such as {@code console}, {@code slack}
 * @param conversation the room, channel or terminal that it was said in, as its platform names it
 * @param messageId the platform's own id of the message
 */
public record MessageKey(String platform, String conversation, String messageId) {}
