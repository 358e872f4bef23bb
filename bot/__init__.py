"""What may be asked, and what happens then: Busker without any platform."""
