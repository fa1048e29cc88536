package dibs.backend.store;

import dibs.backend.notice.Delivered;
import dibs.backend.notice.Messenger;
import dibs.backend.notice.Notice;
import dibs.backend.notice.Outbox.Pending;
import dibs.backend.notice.Parcel;
import dibs.backend.notice.Recipient;
import dibs.backend.person.AccountId;
import dibs.backend.person.PersonRef;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;

/** A platform that answers as it is told to. */
class FakeMessenger implements Messenger {
    final List<Parcel> parcels = Collections.synchronizedList(new ArrayList<>());
    final List<Parcel> edits = Collections.synchronizedList(new ArrayList<>());
    private final String name;
    private final BiFunction<Recipient, Parcel, Delivered> answer;
    private final BiFunction<Recipient, Parcel, Delivered> edited;

    FakeMessenger(String name, BiFunction<Recipient, Parcel, Delivered> answer) {
        this(name, answer, answer);
    }

    FakeMessenger(
            String name,
            BiFunction<Recipient, Parcel, Delivered> answer,
            BiFunction<Recipient, Parcel, Delivered> edited) {
        this.name = name;
        this.answer = answer;
        this.edited = edited;
    }

    @Override
    public String platform() {
        return name;
    }

    @Override
    public boolean reaches(AccountId account) {
        return account.platform().equals(name);
    }

    @Override
    public Delivered deliver(Recipient to, Parcel parcel) {
        parcels.add(parcel);
        return answer.apply(to, parcel);
    }

    @Override
    public Delivered edit(Recipient to, Parcel parcel, String messageId) {
        edits.add(parcel);
        return edited.apply(to, parcel);
    }

    List<Integer> said(PersonRef person) {
        return parcels.stream()
                .filter(parcel -> parcel.to().equals(person.id()))
                .flatMap(parcel -> numbers(parcel).stream())
                .toList();
    }

    static List<Integer> numbers(Parcel parcel) {
        return parcel.notices().stream()
                .map(Pending::notice)
                .map(notice -> (int) ((Notice.LeaseExpired) notice).until().getEpochSecond())
                .toList();
    }
}
