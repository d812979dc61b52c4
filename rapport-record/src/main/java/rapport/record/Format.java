package rapport.record;

/**
 * What coded a record: versions of the format, the program, the codebook and the model.
 *
 * @param version of the public format; a change of meaning raises it
 */
public record Format(int version, String program, String codebook, String model) {

    /** The version that this program writes. */
    public static final int VERSION = 1;
}
