package id.lindungdesa.webapp;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Who opens the bare address wants to work: the task list is the start page. */
@Controller
class StartController {

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String tasks() {
        return "redirect:/camunda/app/tasklist/default/";
    }
}
