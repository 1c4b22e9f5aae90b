"""What people look at: diagrams as SVG and PNG, and the architecture page as RST, HTML and PDF."""
