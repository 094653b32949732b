package io.tieout.reconcile.names;

import java.util.List;

/// The names of highest cosine, few of each owner. Of equal ones the first in memory comes first.
final class Nearest implements GramIndex.Found {
    private static final int COUNT_MAX = 16;
    private static final int PER_OWNER_MAX = 4;
    private static final float SHARE_MIN = 0.25f;
    private static final int FIRST = 6;
    private static final float LATER_SHARE_MIN = 0.45f;
    private static final float COSINE_MIN = 0.08f;

    private final List<Name> names;
    private final int exceptName;
    private final int exceptOwner;
    private final int[] found = new int[COUNT_MAX];
    private final float[] cosines = new float[COUNT_MAX];
    private int count;

    Nearest(List<Name> names, int exceptName, int exceptOwner) {
        this.names = names;
        this.exceptName = exceptName;
        this.exceptOwner = exceptOwner;
    }

    @Override
    public void take(int name, float cosine) {
        if (cosine <= COSINE_MIN
                || name == exceptName
                || (count == COUNT_MAX && !isBefore(name, cosine, count - 1))) {
            return;
        }
        int owner = names.get(name).owner();
        if (owner == exceptOwner || !makeRoom(owner, name, cosine)) {
            return;
        }
        int at = Math.min(count, COUNT_MAX - 1);
        while (at > 0 && isBefore(name, cosine, at - 1)) {
            found[at] = found[at - 1];
            cosines[at] = cosines[at - 1];
            at--;
        }
        found[at] = name;
        cosines[at] = cosine;
        count = Math.min(count + 1, COUNT_MAX);
    }

    /// How many there are that are not far behind the first; after some, not so far.
    int size() {
        int size = 0;
        while (size < count
                && cosines[size] >= (size < FIRST ? SHARE_MIN : LATER_SHARE_MIN) * cosines[0]) {
            size++;
        }
        return size;
    }

    int name(int i) {
        return found[i];
    }

    float cosine(int i) {
        return cosines[i];
    }

    private boolean isBefore(int name, float cosine, int i) {
        return cosine > cosines[i] || (cosine == cosines[i] && name < found[i]);
    }

    /// Drops the owner's last name if there are enough of them and this one is nearer.
    private boolean makeRoom(int owner, int name, float cosine) {
        int same = 0;
        int last = -1;
        for (int i = 0; i < count; i++) {
            if (names.get(found[i]).owner() == owner) {
                same++;
                last = i;
            }
        }
        if (same < PER_OWNER_MAX) {
            return true;
        }
        if (!isBefore(name, cosine, last)) {
            return false;
        }
        System.arraycopy(found, last + 1, found, last, count - last - 1);
        System.arraycopy(cosines, last + 1, cosines, last, count - last - 1);
        count--;
        return true;
    }
}
