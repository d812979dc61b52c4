package rapport.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import rapport.ontology.Code;
import rapport.record.Span;
import rapport.record.Time;

/** Fills the question marks of a statement, in their order. What is empty becomes NULL. */
final class Binding {

    /** Fills a statement with a value. */
    @FunctionalInterface
    interface Writer<T> {
        void write(Binding binding, T value) throws SQLException;
    }

    private final PreparedStatement statement;
    private int filled;

    Binding(PreparedStatement statement) {
        this.statement = statement;
    }

    Binding text(String value) throws SQLException {
        statement.setString(++filled, value);
        return this;
    }

    Binding text(Optional<String> value) throws SQLException {
        return value.isPresent() ? text(value.get()) : nothing();
    }

    Binding number(long value) throws SQLException {
        statement.setLong(++filled, value);
        return this;
    }

    Binding real(double value) throws SQLException {
        statement.setDouble(++filled, value);
        return this;
    }

    Binding real(OptionalDouble value) throws SQLException {
        return value.isPresent() ? real(value.getAsDouble()) : nothing();
    }

    Binding bytes(byte[] value) throws SQLException {
        statement.setBytes(++filled, value);
        return this;
    }

    Binding flag(boolean value) throws SQLException {
        return number(value ? 1 : 0);
    }

    Binding code(Code value) throws SQLException {
        return text(value.code());
    }

    Binding day(Optional<LocalDate> value) throws SQLException {
        return text(value.map(LocalDate::toString));
    }

    /** Two question marks: start, end. */
    Binding span(Span value) throws SQLException {
        return number(value.start()).number(value.end());
    }

    Binding span(Optional<Span> value) throws SQLException {
        return value.isPresent() ? span(value.get()) : nothing().nothing();
    }

    /** Six question marks, in the order of {@link Row#time}. */
    Binding time(Time value) throws SQLException {
        return day(value.first())
                .day(value.last())
                .code(value.basis())
                .text(JsonColumn.ofTexts(value.because()))
                .span(value.text());
    }

    Binding nothing() throws SQLException {
        statement.setNull(++filled, Types.NULL);
        return this;
    }
}
