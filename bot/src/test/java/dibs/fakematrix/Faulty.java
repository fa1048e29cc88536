package dibs.fakematrix;

import dibs.bot.platform.matrix.client.Homeserver;
import dibs.bot.platform.matrix.client.Sent;
import dibs.bot.platform.matrix.client.UserId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Instant;

/** Puts faults to order before any homeserver, a real one too. */
public final class Faulty {
    private Faulty() {}

    /** The homeserver, with these faults before it. */
    public static Homeserver of(Homeserver homeserver, UserId self, Faults faults) {
        return (Homeserver) Proxy.newProxyInstance(
                Faulty.class.getClassLoader(), new Class<?>[] {Homeserver.class}, (proxy, method, arguments) -> {
                    if (!method.getReturnType().equals(Sent.class)) {
                        return invoke(homeserver, method, arguments);
                    }
                    String about = arguments.length > 0 ? arguments[0].toString() : "";
                    Call call = new Call(Instant.EPOCH, self, method.getName(), about, about);
                    return faults.answer(call, () -> (Sent<?>) invoke(homeserver, method, arguments));
                });
    }

    private static Object invoke(Homeserver homeserver, Method method, Object[] arguments) {
        try {
            return method.invoke(homeserver, arguments);
        } catch (InvocationTargetException | IllegalAccessException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
