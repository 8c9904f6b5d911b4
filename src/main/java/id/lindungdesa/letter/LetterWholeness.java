package id.lindungdesa.letter;

import id.lindungdesa.operation.Wholeness;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every paper hashed again, now. */
@Component
class LetterWholeness implements Wholeness {

    private final LetterFiles files;

    LetterWholeness(LetterFiles files) {
        this.files = files;
    }

    @Override
    public String subject() {
        return "letters";
    }

    @Override
    public boolean readsEveryFile() {
        return true;
    }

    @Override
    public List<String> faults() {
        return files.changed();
    }
}
