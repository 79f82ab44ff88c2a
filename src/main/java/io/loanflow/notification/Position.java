package io.loanflow.notification;

import java.util.Comparator;

/** A place in the event log: the transaction that wrote the row, then the row. */
public record Position(long transaction, long row) implements Comparable<Position> {

    /** Before everything. */
    public static final Position START = new Position(0, 0);

    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::transaction).thenComparingLong(Position::row);

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    public boolean isAfter(Position other) {
        return compareTo(other) > 0;
    }

    public Position orLater(Position other) {
        return other.isAfter(this) ? other : this;
    }

    public Position orEarlier(Position other) {
        return other.isAfter(this) ? this : other;
    }
}
